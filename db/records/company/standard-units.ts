/** Units that the processes route to; every company starts with them and may add its own. */
export const standardUnits = [
  { id: 'sales-management', names: { en: 'Sales management', fa: 'مدیریت فروش' }, parentId: null },
  { id: 'sales', names: { en: 'Sales', fa: 'فروش' }, parentId: 'sales-management' },
  { id: 'finance', names: { en: 'Finance', fa: 'مالی' }, parentId: null },
  { id: 'supply', names: { en: 'Supply', fa: 'تأمین' }, parentId: null },
  { id: 'production', names: { en: 'Production', fa: 'تولید' }, parentId: null },
  { id: 'purchase', names: { en: 'Purchase', fa: 'خرید' }, parentId: 'supply' },
  { id: 'warehouse', names: { en: 'Warehouse', fa: 'انبار' }, parentId: 'supply' },
  { id: 'delivery', names: { en: 'Delivery', fa: 'تحویل' }, parentId: 'supply' },
  { id: 'service', names: { en: 'Service', fa: 'خدمات' }, parentId: null },
] as const

/** Why deals are lost, to begin with. */
export const standardLostReasons = [
  { en: 'Price too high', fa: 'قیمت بالا' },
  { en: 'Delivery too late', fa: 'زمان تحویل دیر' },
  { en: 'Chose a competitor', fa: 'انتخاب رقیب' },
  { en: 'No budget', fa: 'نبود بودجه' },
  { en: 'Need has gone', fa: 'از بین رفتن نیاز' },
  { en: 'Specification not met', fa: 'عدم تطابق مشخصات' },
  { en: 'No answer from the customer', fa: 'بی‌پاسخ ماندن مشتری' },
  { en: 'Refused by us', fa: 'رد شده از سوی ما' },
] as const
