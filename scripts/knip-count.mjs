/**
 * A knip reporter that says how many files were read; knip's own are silent when all is well.
 * @param {{ readonly counters: { readonly processed: number } }} report
 */
export default ({ counters }) => console.log(`files read: ${counters.processed}`);
