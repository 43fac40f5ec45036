// Validates every card in a folder against the published schema of Adaptive Cards 1.5: node validate-cards.cjs <folder>
const { readFileSync, readdirSync } = require('node:fs');
const { join } = require('node:path');
const Ajv = require('ajv').default;
const addFormats = require('ajv-formats').default;

const folder = process.argv[2];
const schema = JSON.parse(readFileSync(join(__dirname, '..', 'schemas', 'adaptive-card-1.5.json'), 'utf8'));
// The schema says draft-06 but names itself as draft-04 did.
delete schema.id;
// It was published without the style that 1.5 brought (adaptive-cards/schema-explorer/input-choice-set).
schema.definitions.ChoiceInputStyle.anyOf[0].enum.push('filtered');

const ajv = new Ajv({ strict: false, allErrors: false });
ajv.addMetaSchema(require('ajv/dist/refs/json-schema-draft-06.json'));
addFormats(ajv);
const isValid = ajv.compile(schema);

let invalid = 0;
const files = readdirSync(folder).filter(file => file.endsWith('.json'));
for (const file of files) {
  const card = JSON.parse(readFileSync(join(folder, file), 'utf8'));
  // Teams' own property; the schema knows no host. It may hold nothing but the width.
  if (card.msteams && JSON.stringify(card.msteams) !== '{"width":"Full"}') {
    console.error(`${file}: msteams is ${JSON.stringify(card.msteams)}`);
    invalid++;
  }
  delete card.msteams;
  if (!isValid(card)) {
    const [error] = isValid.errors.sort((a, b) => b.instancePath.length - a.instancePath.length);
    console.error(`${file}: ${error.instancePath} ${error.message} ${JSON.stringify(error.params)}`);
    invalid++;
  }
}

console.log(`${files.length - invalid} of ${files.length} cards are valid.`);
process.exit(files.length > 0 && invalid === 0 ? 0 : 1);
