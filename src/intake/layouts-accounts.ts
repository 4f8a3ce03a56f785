/** Who was signed in, from where, with what: sign-in histories and lists of devices, as account holders may take them out. */
import type { Layout } from "./layout.ts";

const greenwich = {
  kind: "service",
  zone: "+00:00",
  currency: "USD",
  order: "year-first",
  positive: "in",
} as const;
const first = ["first activity time", "first activity timestamp", "first activity time (utc)"];
const last = [
  "last activity time",
  "last activity timestamp",
  "last activity time (utc)",
  "device last location",
];

export const accountLayouts: readonly Layout[] = [
  {
    ...greenwich,
    source: "google-access-log",
    header: ["activity timestamp", "ip address", "user agent string", "product name"],
    columns: {
      moment: ["activity timestamp"],
      counterparty: ["ip address"],
      channel: ["product name"],
      status: ["activity type"],
    },
    joined: {
      description: [
        "activity type",
        "sub-product name",
        "user agent string",
        "activity city",
        "activity region",
        "activity country",
      ],
    },
  },
  {
    ...greenwich,
    source: "google-devices",
    header: ["device type", ["brand name", "device brand", "marketing name"], ["device model", "os"]],
    columns: { moment: [...first, ...last], counterparty: ["device last country", "country"] },
    joined: {
      description: [
        "device type",
        "brand name",
        "device brand",
        "marketing name",
        "device model",
        "os",
        "os version",
      ],
    },
    momentWithin: true,
  },
  {
    ...greenwich,
    source: "sign-ins",
    header: [
      ["date", "time", "timestamp", "date/time", "login time", "sign-in time", "date and time", "ts"],
      ["ip", "ip address", "ipaddress"],
      ["device", "user agent", "browser", "location", "event", "action", "activity", "esn", "country"],
    ],
    columns: {
      moment: ["timestamp", "date/time", "date and time", "login time", "sign-in time", "ts", "date", "time"],
      clock: ["time"],
      counterparty: ["ip", "ip address", "ipaddress"],
      status: ["status", "result", "outcome"],
    },
    joined: {
      description: [
        "event",
        "action",
        "activity",
        "device",
        "user agent",
        "browser",
        "location",
        "country",
        "esn",
      ],
    },
  },
];
