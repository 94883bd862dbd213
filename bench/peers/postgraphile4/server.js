// PostGraphile 4 for production: a cluster, no watching, no GraphiQL. PORT, DATABASE_URL, WORKERS and POOL (connections of all
// workers together) come from bench/peers. Prints "ready" when every worker listens.
const cluster = require("node:cluster");
const http = require("node:http");

const workers = Number(process.env.WORKERS);

function lead() {
  let listening = 0;
  cluster.on("listening", () => {
    if (++listening === workers) console.log("ready");
  });
  cluster.on("exit", () => process.exit(1));
  for (let i = 0; i < workers; i++) cluster.fork();
  // ends with the one who started it
  process.stdin.on("end", () => process.exit(0)).resume();
}

async function serve() {
  const { Pool } = require("pg");
  const { postgraphile } = require("postgraphile");
  const filter = require("postgraphile-plugin-connection-filter");
  const pool = new Pool({ connectionString: process.env.DATABASE_URL, max: Number(process.env.POOL) / workers });
  pool.on("error", (error) => console.error(error.message));
  const handler = postgraphile(pool, "public", {
    watchPg: false,
    graphiql: false,
    enhanceGraphiql: false,
    disableQueryLog: true,
    dynamicJson: true,
    setofFunctionsContainNulls: false,
    ignoreRBAC: false,
    ignoreIndexes: true,
    legacyRelations: "omit",
    retryOnInitFail: false,
    appendPlugins: [filter],
  });
  await handler.getGraphQLSchema();
  http.createServer(handler).listen(Number(process.env.PORT), "127.0.0.1");
}

if (cluster.isPrimary) lead();
else serve().catch((error) => { console.error(error); process.exit(1); });
