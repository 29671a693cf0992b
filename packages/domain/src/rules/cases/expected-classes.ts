/**
 * The class that each registered accelerator must come to, computed by hand from its published figures: in the
 * text of October 2022, and since 2023-11-17. `none`: not in 3A090. Null: a figure that decides is not published.
 * `tpp` is exact to 1 part in 1000, `pd` to two decimals.
 */
export const expectedClasses: readonly {
  readonly name: string
  readonly tpp: number
  readonly pd: number | null
  readonly in2022: '3A090.a' | 'none' | null
  readonly since2023: '3A090.a' | '3A090.b' | 'none' | null
}[] = [
  { name: 'NVIDIA A100 SXM 80GB', tpp: 4992, pd: 6.04, in2022: '3A090.a', since2023: '3A090.a' },
  { name: 'NVIDIA A800 SXM 80GB', tpp: 4992, pd: 6.04, in2022: 'none', since2023: '3A090.a' },
  { name: 'NVIDIA H100 SXM5', tpp: 15832.0, pd: 19.45, in2022: '3A090.a', since2023: '3A090.a' },
  { name: 'NVIDIA H100 PCIe', tpp: 12104, pd: 14.87, in2022: '3A090.a', since2023: '3A090.a' },
  { name: 'NVIDIA H800 SXM5', tpp: 15832.0, pd: 19.45, in2022: 'none', since2023: '3A090.a' },
  { name: 'NVIDIA H20', tpp: 2368, pd: 2.91, in2022: 'none', since2023: 'none' },
  { name: 'NVIDIA H200 SXM', tpp: 15832.0, pd: 19.45, in2022: '3A090.a', since2023: '3A090.a' },
  { name: 'NVIDIA B200', tpp: 36000, pd: 22.11, in2022: '3A090.a', since2023: '3A090.a' },
  { name: 'NVIDIA B30A (unreleased, rumour)', tpp: 28000, pd: 34.4, in2022: '3A090.a', since2023: '3A090.a' },
  { name: 'NVIDIA L40S', tpp: 5864.0, pd: 9.64, in2022: 'none', since2023: '3A090.a' },
  { name: 'NVIDIA L40', tpp: 2896, pd: 4.76, in2022: 'none', since2023: '3A090.b' },
  { name: 'NVIDIA RTX 4090', tpp: 5284.8, pd: 8.68, in2022: 'none', since2023: '3A090.a' },
  { name: 'NVIDIA RTX 4090 D', tpp: 4706.4, pd: 7.73, in2022: 'none', since2023: 'none' },
  { name: 'NVIDIA RTX 5090', tpp: 6704, pd: 8.94, in2022: 'none', since2023: '3A090.a' },
  { name: 'NVIDIA V100 SXM2', tpp: 2000, pd: 2.45, in2022: 'none', since2023: 'none' },
  { name: 'NVIDIA A10', tpp: 2000, pd: 3.18, in2022: 'none', since2023: 'none' },
  { name: 'NVIDIA RTX 3090', tpp: 2272, pd: 3.62, in2022: 'none', since2023: 'none' },
  { name: 'NVIDIA RTX 6000 Ada', tpp: 5828.0, pd: 9.58, in2022: 'none', since2023: '3A090.a' },
  { name: 'AMD MI250X', tpp: 6128, pd: 4.23, in2022: '3A090.a', since2023: '3A090.a' },
  { name: 'AMD MI300X', tpp: 20919.2, pd: 8.72, in2022: '3A090.a', since2023: '3A090.a' },
  { name: 'AMD MI355X', tpp: 40265.6, pd: null, in2022: '3A090.a', since2023: '3A090.a' },
  { name: 'Intel Gaudi3', tpp: 26848, pd: null, in2022: '3A090.a', since2023: '3A090.a' },
  { name: 'Huawei Ascend 910 (2019)', tpp: 4096, pd: 6.56, in2022: 'none', since2023: '3A090.a' },
  { name: 'Huawei Ascend 910B (bins)', tpp: 6016, pd: null, in2022: 'none', since2023: '3A090.a' },
  { name: 'Huawei Ascend 910C', tpp: 12800, pd: null, in2022: '3A090.a', since2023: '3A090.a' },
  { name: 'Google TPU v4', tpp: 4400, pd: null, in2022: 'none', since2023: null },
  { name: 'Google TPU v5e', tpp: 3152, pd: 9.7, in2022: 'none', since2023: '3A090.a' },
  { name: 'Google TPU v5p', tpp: 7344, pd: null, in2022: null, since2023: '3A090.a' },
  { name: 'Google TPU v6e', tpp: 14688, pd: null, in2022: null, since2023: '3A090.a' },
  { name: 'Google TPU v7 Ironwood', tpp: 36912, pd: null, in2022: null, since2023: '3A090.a' },
  { name: 'AWS Trainium2', tpp: 10672, pd: null, in2022: null, since2023: '3A090.a' },
  { name: 'AWS Trainium1', tpp: 3040, pd: null, in2022: 'none', since2023: null },
]
