/** A page for the walks: the browser's store, its Argon2 and the sealed file, to be asked by name from outside. */
import { createVault, openVault, type Store, StoreFault, type Vault } from "../../../src/store/index.ts";
import { isKeptInBrowser } from "../../../web/src/store/kept-folder.ts";
import { withNotices } from "../../../web/src/store/notices.ts";
import { openOpfsStore } from "../../../web/src/store/opfs-store.ts";
import { vaultTools } from "../../../web/src/store/vault-tools.ts";
import { storeCases } from "../../kit/store-contract.ts";
import type { Lab } from "../store-lab.ts";

const passphrase = "four words in a row";

async function open(): Promise<Store> {
  const store = await openOpfsStore();
  if (store === undefined) throw new Error("this browser keeps nothing");
  return store;
}

let reading: Promise<Store> | undefined;
let opened: Promise<Vault> | undefined;

async function openVaultHere(): Promise<Vault> {
  const store = withNotices(await open());
  const parts = { store, tools: vaultTools };
  const there = await openVault(parts, { kind: "passphrase", passphrase });
  if (there.kind === "opened") return there.vault;
  const created = await createVault({ ...parts, passphrase });
  if (created.kind === "created") return created.vault;
  throw new Error(`${there.kind} ${created.kind}`);
}
const vault = () => {
  opened ??= openVaultHere();
  return opened;
};

const lab: Lab = {
  caseNames: () => storeCases.map(({ name }) => name),
  async runCase(name: string): Promise<string> {
    const found = storeCases.find((each) => each.name === name);
    if (found === undefined) return "no such case";
    await (await open()).clear();
    try {
      await found.run(open);
      return "ok";
    } catch (fault) {
      return fault instanceof Error ? `${fault.message}\n${fault.stack}` : String(fault);
    }
  },
  isKept: isKeptInBrowser,
  async erase() {
    await (await open()).clear();
  },
  async append(id: string, number: number): Promise<number> {
    const from = performance.now();
    const kept = await vault();
    await kept.update(id, (before) => [...((before as number[] | undefined) ?? []), number]);
    return performance.now() - from;
  },
  async numbers(id: string): Promise<unknown> {
    return (await (await vault()).read(id))?.value;
  },
  async faultOf(id: string): Promise<string> {
    reading ??= open();
    try {
      await (await reading).read(id);
      return "none";
    } catch (fault) {
      return fault instanceof StoreFault ? fault.code : String(fault);
    }
  },
  holdLock(milliseconds: number): Promise<void> {
    return new Promise((held) => {
      navigator.locks.request("chainbreak store", () => {
        held();
        return new Promise((resolve) => setTimeout(resolve, milliseconds));
      });
    });
  },
  async argon2(memoryKiB: number, passes: number): Promise<number> {
    const from = performance.now();
    await vaultTools.argon2({ passphrase: new Uint8Array(8), salt: new Uint8Array(16), memoryKiB, passes });
    return performance.now() - from;
  },
  async seal(text) {
    const { openSealedPeople, sealPeople } = await import("../../../web/src/store/sealed-file.ts");
    const from = performance.now();
    const sealed = await sealPeople([{ text }], passphrase);
    const milliseconds = performance.now() - from;
    const bytes = new TextEncoder().encode(sealed);
    return {
      sealed,
      milliseconds,
      opened: await openSealedPeople(bytes, { passphrase, file: "people.age" }),
    };
  },
};
Object.assign(globalThis, { lab });
