/** Made by founding-plugin.ts. */
declare module "virtual:founding" {
  export const foundingUrl: string;
}
