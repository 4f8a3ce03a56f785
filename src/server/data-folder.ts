/** Where this user's programs keep their data, by the custom of each system. */
import { isAbsolute, posix, win32 } from "node:path";

export interface Machine {
  readonly platform: NodeJS.Platform;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly home: string;
}

const name = "chainbreak";

/** CHAINBREAK_DATA before all; XDG's folder only when it is absolute, as its specification asks. */
export function usualDataFolder({ platform, env, home }: Machine): string {
  const stated = env["CHAINBREAK_DATA"];
  if (stated !== undefined && stated !== "") return stated;
  switch (platform) {
    case "darwin":
      return posix.join(home, "Library", "Application Support", name);
    case "win32":
      return win32.join(env["APPDATA"] || win32.join(home, "AppData", "Roaming"), name);
    default: {
      const xdg = env["XDG_DATA_HOME"];
      const base = xdg !== undefined && isAbsolute(xdg) ? xdg : posix.join(home, ".local", "share");
      return posix.join(base, name);
    }
  }
}
