// PostGraphile 5 for production: a cluster, no watching, no GraphiQL. PORT, DATABASE_URL, WORKERS and POOL (connections of all
// workers together) come from bench/peers. Prints "ready" when every worker listens.
import cluster from "node:cluster";
import http from "node:http";

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
  const { postgraphile } = await import("postgraphile");
  const { PostGraphileAmberPreset } = await import("postgraphile/presets/amber");
  const { makePgService } = await import("postgraphile/adaptors/pg");
  const { grafserv } = await import("postgraphile/grafserv/node");
  const { PostGraphileConnectionFilterPreset } = await import("postgraphile-plugin-connection-filter");
  const instance = postgraphile({
    extends: [PostGraphileAmberPreset, PostGraphileConnectionFilterPreset],
    // orders by any column, as PostGraphile 4 does
    disablePlugins: ["PgIndexBehaviorsPlugin"],
    pgServices: [makePgService({
      connectionString: process.env.DATABASE_URL,
      schemas: ["public"],
      poolConfig: { max: Number(process.env.POOL) / workers },
    })],
    grafserv: { graphqlPath: "/graphql", graphiql: false, watch: false, websockets: false },
    grafast: { explain: false },
  });
  const server = http.createServer();
  server.on("error", (error) => { console.error(error); process.exit(1); });
  const served = instance.createServ(grafserv);
  await served.addTo(server);
  await instance.getSchema();
  server.listen(Number(process.env.PORT), "127.0.0.1");
}

if (cluster.isPrimary) lead();
else serve().catch((error) => { console.error(error); process.exit(1); });
