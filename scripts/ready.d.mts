/** What scripts/ready.mjs offers to its test; the script itself is plain JavaScript because it runs before TypeScript can. */
export interface Lock {
  readonly packages: Readonly<
    Record<string, { readonly version?: string; readonly optional?: boolean; readonly link?: boolean }>
  >;
}
export function isAtLeast(has: string, wants: string): boolean;
export function missingPackages(lock: Lock, installed: Lock | undefined): string[];
export function pinnedNode(folder: string, exists?: (path: string) => boolean): string | undefined;
