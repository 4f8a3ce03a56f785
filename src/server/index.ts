export { type ApplicationParts, application } from "./application.ts";
export { CannotServe, type ServeOptions, type Serving, serve } from "./serve.ts";
