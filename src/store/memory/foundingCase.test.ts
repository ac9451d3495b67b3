import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Dataset } from '../../model';
import { resolveEntity } from '../resolveEntity';
import { MemoryStore } from './MemoryStore';

const file = join(import.meta.dirname, '../../../graph-data/north-korea-telecom.json');
const store = await MemoryStore.open(JSON.parse(readFileSync(file, 'utf8')) as Dataset);

describe('in the founding case', () => {
  test.each([
    ['Panda', 'panda-international'],
    ['Koryo Post', 'kptc'],
    ['KPTC', 'kptc'],
    ['Unicom', 'china-unicom'],
    ['kang sing', 'kang-song-net'],
    ['Kang Song NET', 'kang-song-net'],
    ['강성', 'kang-song-net'],
    ['Orascom', 'orascom-telecom-holding'],
    ['OTMT', 'otmt'],
    ['CHEO', 'cheo-technology-jv'],
    ['корайолинк', 'koryolink'],
    ['Goryeolink', 'koryolink'],
    ['koryo link', 'koryolink'],
    ['고려링크', 'koryolink'],
    ['Huwaei', 'huawei'],
    ['Хуавэй', 'huawei'],
    ['华为', 'huawei'],
    ['Sawirs', 'naguib-sawiris'],
  ])('"%s" finds %s first', async (text, id) => {
    expect((await store.search({ text }))[0]!.id).toBe(id);
  });

  test('the names that people type mean one entity each', async () => {
    for (const text of ['Huawei', 'Koryolink', 'Orascom', 'OTMT', 'KPTC', 'Koryo Post', 'Unicom', 'CHEO', 'ZTE']) {
      expect((await resolveEntity(store, text)).id, text).toEqual(expect.any(String));
    }
  });
});
