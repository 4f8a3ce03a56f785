export { type ApplicationParts, application } from "./application.ts";
export { limitBody } from "./body-limit.ts";
export { guard } from "./guard.ts";
export { assertHere, CannotServe, closeAll, isHere, listen, urlOf } from "./listen.ts";
export { type PageFiles, readPageFiles, servePageFile } from "./page-files.ts";
export { refuseUnknownParameters } from "./parameters.ts";
export { type Kept, type ServeOptions, type Serving, serve } from "./serve.ts";
export { spoken } from "./spoken.ts";
