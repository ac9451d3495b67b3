import { describe, expect, test } from 'vitest';
import { readFile, type Reading } from '..';

const read = (text: string) => readFile(new TextEncoder().encode(text), { name: 'ties.csv', format: 'table' });
const codes = ({ report }: Reading) => report.issues.map((i) => i.code);

describe('shares', () => {
  const shares = async (cells: readonly string[]) =>
    read(`owner,company,share\n${cells.map((cell, i) => `O${i},C${i},"${cell}"`).join('\n')}\n`);

  test.each([
    [['75 %', '75,00', '33,333', '0 %'], [75, 75, 33.333, 0]],
    [['0.75', '0.2', '1'], [75, 20, 100]],
    [['25-50%', '> 25', 'up to 10 %', '50 or so'], [{ min: 25, max: 50 }, { min: 25, max: 100 }, { min: 0, max: 10 }, undefined]],
    [['1.00', '100.00', '101'], [1, 100, undefined]],
  ])('%j', async (cells, expected) => {
    const { dataset } = await shares(cells);
    expect(dataset!.relationships.map((r) => r.share)).toEqual(expected);
    expect(dataset!.relationships.filter((r) => r.share === undefined).map((r) => r.properties?.share)).toEqual(
      cells.filter((_, i) => expected[i] === undefined),
    );
  });

  test('what is decided for a column is said', async () => {
    expect(codes(await shares(['0.75', '0.2']))).toContain('fractions-as-shares');
    expect(codes(await shares(['1.00', '100.00']))).toEqual(expect.arrayContaining(['small-shares', 'doubtful-share']));
    expect(codes(await shares(['101', '75']))).toContain('bad-share');
  });
});

describe('dates', () => {
  const dates = async (cells: readonly string[]) => (await read(`from,to,since\n${cells.map((cell) => `A,B,"${cell}"`).join('\n')}\n`));

  test.each([
    [['03/04/2010', '12/31/2010'], ['2010-03-04', '2010-12-31'], undefined],
    [['03/04/2010', '31/12/2010'], ['2010-04-03', '2010-12-31'], undefined],
    [['03/04/2010', '05/06/2010'], ['2010-04-03', '2010-06-05'], 'ambiguous-dates'],
    [['31/12/2010', '12/31/2010', '30/12/2010'], ['2010-12-31', undefined, '2010-12-30'], 'mixed-dates'],
    [[
      '2010', '2010-05', '05/2010', 'March 2010', '20101231', '23 марта 2006', '2010-12-31T00:00:00',
    ], ['2010', '2010-05', '2010-05', '2010-03', '2010-12-31', '2006-03-23', '2010-12-31'], undefined],
    [['31.12.08', '1.2.45'], ['2008-12-31', '1945-02-01'], 'two-digit-years'],
    [['39797', '2010', '2011'], [undefined, '2010', '2011'], 'bad-date'],
  ])('%j', async (cells, expected, code) => {
    const reading = await dates(cells);
    expect(reading.dataset!.relationships.map((r) => r.start)).toEqual(expected);
    if (code) expect(codes(reading)).toContain(code);
  });
});

describe('sums of money', () => {
  test('have the currency of their column, of their header or of their cell', async () => {
    const amounts = async (text: string) => (await read(text)).dataset!.relationships.map((r) => r.amount);
    expect(await amounts('payer,payee,amount,currency\nA,B,"1,250.50",USD\nB,C,10,eur\n')).toEqual([
      { value: 1250.5, currency: 'USD' }, { value: 10, currency: 'EUR' },
    ]);
    expect(await amounts('donor_name,recipient_name,amount_gbp,date_received\nA,B,5000,2019-03-01\n')).toEqual([
      { value: 5000, currency: 'GBP' },
    ]);
    expect(await amounts('payer;payee;amount\nA;B;up to 1.250,50 €\n')).toEqual([{ value: 1250.5, currency: 'EUR', ceiling: true }]);
  });

  test('without a currency stay properties, which is said once', async () => {
    const reading = await read('source,target,value\n1,2,5\n2,3,1\n');
    expect(reading.dataset!.relationships.map((r) => [r.amount, r.properties])).toEqual([
      [undefined, { value: '5' }], [undefined, { value: '1' }],
    ]);
    expect(codes(reading)).toEqual(['no-currency', 'type-by-default']);
  });
});
