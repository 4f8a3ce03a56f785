export { type CaseAnswer, type CaseAsked, type FlowInReach, type OpenCase, openCase } from "./case.ts";
