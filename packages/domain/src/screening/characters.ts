/**
 * What characters of China and Korea mean in names of organisations. Each line is one meaning and how it is written;
 * characters that mean a kind of place mean nothing here.
 */
const lines = `
  ltd 股份有限公司 有限责任公司 有限責任公司 有限公司 株式会社 주식회사
  group 集团公司 集團公司 集团 集團 控股
  institute 研究所 研究院 学院 學院 연구소
  co 會社 会社 公司 회사
  semiconductor 半导体 半導體
  energy 新能源 能源
  technology 科技 技术 技術 高科 기술
  electronics 电子 電子
  microelectronics 微电子 微電子
  integrated circuit 集成电路 積體電路
  chip 芯片 晶片
  optoelectronic 光电 光電
  optical 光学 光學
  aviation 航空
  aircraft 飞机 飛機
  aerospace 航天 宇航
  space 空间 空間
  satellite 卫星 衛星
  rocket 火箭
  missile 导弹 導彈
  radar 雷达 雷達
  international 国际 國際
  national 国家 國家
  trading 贸易 貿易 商贸 무역
  china 中国 中國
  university 大学 大學
  petrochemical 石化
  oil 石油
  gas 天然气 燃气
  chemical 化工 化学 化學
  industry 工业 工業 实业 實業 产业 產業
  heavy industry 重工
  investment 投资 投資
  shipping 航运 航運 海运 海運 船务
  shipbuilding 造船
  ship 船舶
  logistics 物流
  freight 货运 貨運
  forwarding 货代
  agency 代理
  supply chain 供应链 供應鏈
  development 发展 發展 开发 開發
  import export 进出口 進出口
  laser 激光
  information 信息 資訊 资讯
  communication 通信 通讯 通訊
  network 网络 網絡
  internet 互联网
  software 软件 軟件
  data 数据 數據
  computer 计算机 計算機 电脑 電腦
  computing 计算 計算
  supercomputing 超级计算 超算
  cloud 云计算
  artificial intelligence 人工智能
  intelligent 智能
  quantum 量子
  system 系统 系統
  equipment 设备 設備 装备
  machinery 机械 機械 기계
  machine tool 机床 機床
  cnc 数控
  automation 自动化 自動化
  precision 精密
  instrument 仪器 儀器 仪表
  components 元件 元器件
  materials 材料
  engine 发动机 發動機
  power 动力
  automobile 汽车 汽車
  engineering 工程
  construction 建设 建設 建筑
  production 生产 生產
  manufacturing 制造 製造
  design 设计 設計
  research 研究
  center 中心
  laboratory 实验室 實驗室
  academy 科学院
  sciences 科学 科學
  biological 生物
  medical 医疗 醫療
  pharmaceutical 制药 药业
  environmental 环境 环保
  management 管理
  services 服务 服務
  consulting 咨询
  security 安全
  defence 国防 國防
  military 军事
  nuclear 核工业 원자력
  bank 银行 銀行 은행
  insurance 保险
  foundation 基金会
  association 协会 協會
  committee 委员会
  bureau 总局
  public security bureau 公安局
  hongkong 香港
  korea 朝鲜 朝鮮
  joint 联合 聯合
  innovation 创新 創新
  - 市 省
`

const meanings = new Map<string, readonly string[]>()
for (const line of lines.split('\n')) {
  const words = line.split(/\s+/).filter(Boolean)
  const meaning = words.filter((word) => /^[a-z]/.test(word))
  for (const written of words) if (/[^a-z-]/.test(written)) meanings.set(written, meaning)
}
const longest = Math.max(...[...meanings.keys()].map(({ length }) => length))

/** The meaning that begins at a place in a text of characters, and how many characters it takes: the longest there is. */
export function charactersAt(
  text: string,
  at: number,
): { meaning: readonly string[]; length: number } | null {
  for (let length = longest; length > 0; length -= 1) {
    const meaning = meanings.get(text.slice(at, at + length))
    if (meaning !== undefined && at + length <= text.length) return { meaning, length }
  }
  return null
}

/** Whether a word of characters says anywhere that it is an organisation's. */
export function hasMeaning(text: string): boolean {
  for (let at = 0; at < text.length; at += 1) if ((charactersAt(text, at)?.length ?? 0) > 1) return true
  return false
}
