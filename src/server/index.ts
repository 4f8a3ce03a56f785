export { type ApplicationParts, application } from "./application.ts";
export { CannotServe, type Kept, type ServeOptions, type Serving, serve } from "./serve.ts";
