-- The day was written here and read from exchange_partner_wish; what stands here alone goes along.
INSERT INTO exchange_partner_wish (office, partner, wished_day)
  SELECT p.office, p.partner, p.result_day FROM exchange_partner p
  WHERE p.result_day <> 3 AND NOT EXISTS (
    SELECT 1 FROM exchange_partner_wish w WHERE w.office = p.office AND w.partner = p.partner);
ALTER TABLE exchange_partner DROP COLUMN result_day;
