/** The address a number is called at: what is written between its digits for the eye is none of it. */
export const telAddress = (tel: string): string => `tel:${tel.replaceAll(/[^+\d*#]/g, "")}`;
