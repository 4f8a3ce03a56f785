/** The store's own worker: the browser opens its private files to workers only. */
import { expose } from "comlink";
import { openSqlStore } from "../../../src/store/index.ts";
import { opfsDialect } from "./opfs-dialect.ts";
import { doorOf } from "./store-door.ts";

expose(doorOf(() => openSqlStore({ dialect: opfsDialect() })));
