/**
 * One sealed file of people, for another device or for somebody one trusts: an age file under a passphrase, in letters
 * that survive a mail. `age -d people.age` opens it as well, on any machine, without us.
 *
 * It lies with the page and not in the store's room because it is sealed by itself: no vault and no store is needed to
 * open it. Sealing and opening take about a second each (scrypt), and block meanwhile.
 */
import { armor, Decrypter, Encrypter } from "age-encryption";
import { Complaint, type ComplaintCode } from "../../../src/model/index.ts";

/** age's own choice; a reader that is not ours may refuse more. */
const scryptWorkFactor = 18;
const format = 1;
/** A thousand people; beyond it this is no file of ours. */
const textCharactersMax = 64 * 1024 * 1024;

export async function sealPeople(people: readonly unknown[], passphrase: string): Promise<string> {
  const encrypter = new Encrypter();
  encrypter.setScryptWorkFactor(scryptWorkFactor);
  encrypter.setPassphrase(normal(passphrase));
  const content = JSON.stringify({ chainbreak: "people", version: format, people }, undefined, 1);
  return armor.encode(await encrypter.encrypt(`${content}\n`));
}

export type SealedFileRead =
  /** Whoever takes them looks at each: these are values, not yet persons. */
  | { readonly kind: "people"; readonly people: readonly unknown[] }
  | { readonly kind: "complaint"; readonly complaint: Complaint };

/** `file` is how complaints name it. */
export async function openSealedPeople(
  bytes: Uint8Array,
  { passphrase, file }: { readonly passphrase: string; readonly file: string },
): Promise<SealedFileRead> {
  const complain = (code: ComplaintCode, message: string, help: string): SealedFileRead => ({
    kind: "complaint",
    complaint: new Complaint({ code, place: { file }, message, help }),
  });
  const sealed = bytes.length > textCharactersMax ? undefined : sealedBytesOf(bytes);
  if (sealed === undefined)
    return complain(
      "sealed/not-a-sealed-file",
      "this is not a file sealed under a passphrase",
      "choose the file that was saved as a sealed file",
    );
  let text: string;
  try {
    const decrypter = new Decrypter();
    decrypter.addPassphrase(normal(passphrase));
    text = await decrypter.decrypt(sealed, "text");
  } catch {
    // A damaged file and a wrong passphrase look alike to age, but for the words of its faults.
    return complain(
      "sealed/wrong-passphrase",
      "this passphrase does not open the file",
      "it is the one the file was sealed under; upper and lower case count",
    );
  }
  const people = peopleIn(text);
  return people === undefined
    ? complain(
        "sealed/no-people",
        "there are no people of chainbreak in this file",
        "it may have been made by another program, or by a newer chainbreak",
      )
    : { kind: "people", people };
}

/** As in a vault: what two keyboards send for one word is one passphrase. */
const normal = (passphrase: string) => passphrase.normalize("NFKC").trim();

/** Armored or not; only what is sealed under a passphrase, because we have no other key to try. */
function sealedBytesOf(bytes: Uint8Array): Uint8Array | undefined {
  const text = new TextDecoder("latin1").decode(bytes);
  const whole = text.includes("-----BEGIN AGE ENCRYPTED FILE-----") ? decoded(text) : bytes;
  if (whole === undefined) return undefined;
  const head = new TextDecoder("latin1").decode(whole.subarray(0, 200));
  return /^age-encryption\.org\/v1\n-> scrypt /.test(head) ? whole : undefined;
}

function decoded(text: string): Uint8Array | undefined {
  try {
    return armor.decode(text.slice(text.indexOf("-----BEGIN")));
  } catch {
    return undefined; // Cut short, or letters changed on the way.
  }
}

function peopleIn(text: string): readonly unknown[] | undefined {
  try {
    const { chainbreak, version, people } = JSON.parse(text) as Partial<Record<string, unknown>>;
    return chainbreak === "people" && version === format && Array.isArray(people) ? people : undefined;
  } catch {
    return undefined; // No JSON: another program's file.
  }
}
