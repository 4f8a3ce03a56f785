/**
 * A socket on this machine for an application that knows none: on the port asked for, or the first free one from a usual
 * one on; and why there is none, as a sentence for whoever started it.
 */
import type { AddressInfo } from "node:net";
import { createAdaptorServer, type ServerType } from "@hono/node-server";

/** Why it could not start, as a sentence for whoever started it. */
export class CannotServe extends Error {
  override readonly name = "CannotServe";
  readonly help: string;

  constructor(message: string, help: string) {
    super(message);
    this.help = help;
  }
}

/** Beyond so many taken ports something else is wrong. */
const portsTriedMax = 20;

type Fetch = Parameters<typeof createAdaptorServer>[0]["fetch"];

/** `wanted`: that port and no other; absent: `usual` or one of the next. */
export async function listen(
  fetch: Fetch,
  {
    host,
    wanted,
    usual,
  }: { readonly host: string; readonly wanted: number | undefined; readonly usual: number },
): Promise<ServerType> {
  const first = wanted ?? usual;
  const tries = wanted === undefined ? portsTriedMax : 1;
  for (let port = first; port < first + tries; port += 1) {
    const server = createAdaptorServer({ fetch });
    const fault = await new Promise<NodeJS.ErrnoException | undefined>((settle) => {
      server.once("error", settle);
      server.listen(port, host, () => {
        server.off("error", settle);
        settle(undefined);
      });
    });
    if (fault === undefined) return server;
    if (fault.code === "EACCES")
      throw new CannotServe(`port ${port} may not be used by you`, "choose one above 1023");
    if (fault.code === "EADDRNOTAVAIL" || fault.code === "ENOTFOUND")
      throw new CannotServe(`\`${host}\` is no address of this machine`, "use 127.0.0.1");
    if (fault.code !== "EADDRINUSE") throw fault;
  }
  throw wanted === undefined
    ? new CannotServe(`ports ${first} to ${first + tries - 1} are all taken`, "name another one")
    : new CannotServe(
        `port ${wanted} is taken by another program`,
        "stop that one, choose another port, or name none to get the next free one",
      );
}

/** Without a sign-in, whoever reaches the server may take away and erase what is kept. */
export function assertHere(host: string): void {
  if (isHere(host)) return;
  throw new CannotServe(
    `on \`${host}\` others could reach the server, and it has no sign-in`,
    "leave out --host; from another machine, come through a tunnel: `ssh -L 4020:127.0.0.1:4020 that-machine`",
  );
}

/** An address only this machine can reach. */
export const isHere = (host: string): boolean =>
  host === "localhost" || /^127(\.\d{1,3}){3}$/.test(host) || host === "::1";

export function urlOf(address: AddressInfo | string | null): string {
  if (address === null || typeof address === "string") throw new Error("the server listens on no port");
  const name = address.family === "IPv6" ? `[${address.address}]` : address.address;
  return `http://${name}:${address.port}/`;
}

export function closeAll(server: ServerType): Promise<void> {
  return new Promise((resolve, reject) => {
    server.close((fault) => (fault === undefined ? resolve() : reject(fault)));
    // A browser keeps its connections open for minutes; without this `close` waits for them.
    if ("closeAllConnections" in server) server.closeAllConnections();
  });
}
