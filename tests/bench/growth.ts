/** How the cost of lists, searches and pages grows from 1,000 to 1,000,000 CSOs. */

export async function measureGrowth(_url: string): Promise<void> {}
