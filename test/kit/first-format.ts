/** A header as it was printed before it bore a proof, and the passphrase that opens it. */
export const key = "four words in a row";
export const header: string = JSON.stringify({
  chainbreak: "vault",
  version: 1,
  body: '{"vault":"ra2sbf0qifpqtef2cl3f653e2k","slots":[{"id":"t62tsiiqg4ekerusueqvjo6plv","salt":"eT/OcpjTSTidIqEYfsPaLA==","wrapped":"Aa3xghQV9FIs55XUWlazapoU6bfoUISRNvWcrXRlk18ErSquLvHXJhKqJAhOJVq9yGwELOJFKQI240Salw==","kind":"passphrase","memoryKiB":64,"passes":1},{"id":"bcen22s5k8a7k0e1jhagkjbh56","salt":"bqhrih5uPEdyiBgYGsDQLg==","wrapped":"AVOnCgEF+nOcriI24pYw+tfM+e0lV1yG7taNlD4X329sHMZESqpuZK4k1Bn79mFDDjRaVIcWKds7FSF72g==","kind":"recovery"}]}',
  check: "vznOACByQkzWYhrsLfN0fxrNiisuFLY6z0Wdefma1hQ=",
});
