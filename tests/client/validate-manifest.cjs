// node validate-manifest.cjs <manifest.json> [schema version, such as 1.25]
// Validates against the schema that @microsoft/app-manifest ships and prints a JSON list of problems.
const fs = require('node:fs');
const path = require('node:path');
const Ajv = require('ajv-draft-04').default;
const addFormats = require('ajv-formats').default;

const manifest = JSON.parse(fs.readFileSync(process.argv[2], 'utf8'));
const version = process.argv[3] ?? manifest.manifestVersion;
const folder = path.join(path.dirname(require.resolve('@microsoft/app-manifest/package.json')), 'build/json-schemas/teams');
const file = path.join(folder, `v${version}`, 'MicrosoftTeams.schema.json');
if (!fs.existsSync(file)) {
  console.log(JSON.stringify([`There is no schema ${version}; there are ${fs.readdirSync(folder).join(', ')}.`]));
} else {
  const ajv = new Ajv({ allErrors: true, strict: false, logger: false });
  addFormats(ajv);
  const validate = ajv.compile(JSON.parse(fs.readFileSync(file, 'utf8')));
  validate(manifest);
  console.log(JSON.stringify((validate.errors ?? []).map(one => `${one.instancePath || '/'} ${one.message}`
    + (one.params.additionalProperty ? `: ${one.params.additionalProperty}` : ''))));
}
