/** The story that comes along, and the id of the case that it is told of. */
export const TOLD_STORY = { dataset: 'north-korea-telecom', title: 'How Huawei came to be tied to Koryolink' } as const;
