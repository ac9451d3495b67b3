/** What is given where it can be; what is damaged is looked at as it lies there. */
export function tried<T>(give: () => T): T | undefined {
  try {
    return give();
  } catch (error) {
    if (error instanceof Error) return undefined;
    throw error;
  }
}
