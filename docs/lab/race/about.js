// The reader's own machine, as far as the browser tells.

/** "Firefox 144", "Microsoft Edge 156". */
export function browser() {
  const brands = navigator.userAgentData?.brands.filter(({ brand }) => !/not.*brand/i.test(brand)) ?? [];
  const own = brands.find(({ brand }) => brand !== "Chromium") ?? brands[0];
  if (own) return `${own.brand} ${own.version}`;
  const { userAgent } = navigator;
  const [, firefox] = userAgent.match(/Firefox\/(\d+)/) ?? [];
  const [, safari] = userAgent.match(/Version\/(\d+).* Safari/) ?? [];
  return firefox ? `Firefox ${firefox}` : safari ? `Safari ${safari}` : "this browser";
}

/** "8 cores". */
export function cores() {
  const n = navigator.hardwareConcurrency;
  return !n ? "an unknown number of cores" : n === 1 ? "1 core" : `${n} cores`;
}

/** Whether two workers can run at the same moment, as far as is known. */
export const isParallel = () => navigator.hardwareConcurrency !== 1;
