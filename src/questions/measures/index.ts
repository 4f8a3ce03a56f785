export { type Alone, type Left, type LeftQuestion, type LeftUnder, type Lockout, openLeft } from "./left.ts";
export { type Closed, type Order, type OrderedStep, type OrderQuestion, orderOf } from "./order.ts";
