// Who may look at whom is said once, in rooms.json; test/rooms.test.ts reads it too.
const rooms = require("./rooms.json");

const names = Object.keys(rooms);
const isPure = (room) => rooms[room].touches !== "everything";
const pure = names.filter(isPure);
const touching = names.flatMap((room) => (Array.isArray(rooms[room].touches) ? rooms[room].touches : []));

const test = "[.]test[.]ts$";
const indexOf = (room) => `^src/${room}/index[.]ts$`;

module.exports = {
  forbidden: [
    ...names.map((room) => ({
      name: `${room}-keeps-to-its-neighbours`,
      comment: `${room}/ may use ${rooms[room]["may use"].join(", ") || "no other room"}. See ARCHITECTURE.md, "Rooms".`,
      severity: "error",
      from: { path: `^src/${room}/`, pathNot: test },
      to: { path: "^src/", pathNot: [room, ...rooms[room]["may use"]].map((allowed) => `^src/${allowed}/`) },
    })),
    {
      name: "tests-keep-to-the-neighbours-and-the-kit",
      comment: "A test may lean on its room's neighbours and on the testing kit, and on nothing above.",
      severity: "error",
      from: { path: `^src/(${pure.join("|")})/.*${test}` },
      to: { path: `^src/(${names.filter((room) => !isPure(room) && room !== "testing").join("|")})/` },
    },
    {
      name: "through-the-front-door",
      comment:
        "Another room is entered by its index.ts only. Missing something there? Export it, on purpose.",
      severity: "error",
      from: { path: "^src/([^/]+)/" },
      to: { path: "^src/[^/]+/", pathNot: ["^src/$1/", "^src/[^/]+/index[.]ts$"] },
    },
    {
      name: "questions-are-strangers",
      comment: "One question never calls another. What two of them need belongs in graph/.",
      severity: "error",
      from: { path: "^src/questions/([^/]+)/" },
      to: { path: "^src/questions/[^/]+/", pathNot: ["^src/questions/$1/"] },
    },
    {
      name: "the-core-touches-nothing",
      comment: "No files, clock, network or process here: the doors bring the world in as values.",
      severity: "error",
      from: {
        path: `^src/(${pure.join("|")})/`,
        pathNot: [test, ...touching.map((file) => `^src/${file}$`)],
      },
      to: { dependencyTypes: ["core"] },
    },
    {
      name: "web-knows-the-contract-and-the-pure-rooms",
      comment:
        "The page sees the server by src/server/contract.ts and shares the rooms that run in a browser.",
      severity: "error",
      from: { path: "^web/", pathNot: "^web/data-plugin[.]ts$" },
      to: { path: "^src/", pathNot: ["^src/server/contract[.]ts$", ...pure.map(indexOf)] },
    },
    {
      name: "the-page-is-built-from-the-pure-rooms-and-the-kit",
      comment:
        "What reads the catalogue when the page is built runs in Node; the kit alone reads told nights.",
      severity: "error",
      from: { path: "^web/data-plugin[.]ts$" },
      to: { path: "^src/", pathNot: [...pure.map(indexOf), indexOf("testing")] },
    },
    {
      name: "nobody-looks-into-the-page",
      comment: "The page is built from the engine, never the other way round.",
      severity: "error",
      from: { path: "^src/" },
      to: { path: "^web/" },
    },
    {
      name: "no-circles",
      comment: "Two modules that need each other are one module, or three.",
      severity: "error",
      from: {},
      to: { circular: true },
    },
    {
      name: "nothing-forgotten",
      comment: "Nobody imports this file, and it imports nobody. Use it or remove it.",
      severity: "error",
      from: { orphan: true, path: "^src/" },
      to: {},
    },
    {
      name: "everything-is-found",
      comment: "An import that leads nowhere is a rule that checks nothing.",
      severity: "error",
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    doNotFollow: { path: "node_modules" },
    enhancedResolveOptions: { exportsFields: ["exports"], conditionNames: ["import", "node", "default"] },
  },
};
