// The official SDK as a peer. Reads one request as JSON from the input and writes one answer as JSON:
//   { verify: { metadata, appId, serviceUrl, tokens } }  which of the tokens the SDK takes: [true, false, ...]
//   { mint: { key, kid, claims } }                       a token made by the library that the SDK uses
//   { send: [ { call, args } ] }                         the requests that the SDK makes: [ { method, path, body } ]
const http = require("node:http");
const { ChannelValidation, ConnectorClient, JwtTokenValidation, MicrosoftAppCredentials, SimpleCredentialProvider } = require("botframework-connector");
const jwt = require(require.resolve("jsonwebtoken", { paths: [require.resolve("botframework-connector")] }));

console.error = () => {}; // the SDK tells of every refusal

async function verify({ metadata, appId, serviceUrl, tokens }) {
  ChannelValidation.OpenIdMetadataEndpoint = metadata;
  const credentials = new SimpleCredentialProvider(appId, "");
  const taken = [];
  for (const token of tokens) {
    try {
      await JwtTokenValidation.authenticateRequest({ channelId: "msteams", serviceUrl }, `Bearer ${token}`, credentials, "");
      taken.push(true);
    } catch {
      taken.push(false);
    }
  }

  return taken;
}

async function send(calls) {
  const seen = [];
  const server = http.createServer((request, response) => {
    let body = "";
    request.on("data", (part) => (body += part));
    request.on("end", () => {
      seen.push({ method: request.method, path: request.url, body: body ? JSON.parse(body) : null });
      response.setHeader("Content-Type", "application/json");
      response.end(JSON.stringify(request.url.includes("pagedmembers") ? { members: [] } : { id: "m1" }));
    });
  });
  await new Promise((listening) => server.listen(0, "127.0.0.1", listening));
  const credentials = new MicrosoftAppCredentials("", "");
  const client = new ConnectorClient(credentials, { baseUri: `http://127.0.0.1:${server.address().port}/emea/` });
  for (const { call, args } of calls) {
    await client.conversations[call](...args);
  }

  server.close();
  server.closeAllConnections();
  return seen;
}

async function main() {
  let text = "";
  for await (const part of process.stdin) text += part;
  const asked = JSON.parse(text);
  const answer = asked.verify ? await verify(asked.verify)
    : asked.mint ? jwt.sign(asked.mint.claims, asked.mint.key, { algorithm: "RS256", keyid: asked.mint.kid, noTimestamp: true })
    : await send(asked.send);
  process.stdout.write(JSON.stringify(answer));
}

main().catch((problem) => {
  process.stderr.write(`${problem.stack}\n`);
  process.exitCode = 1;
});
