-- Of two orders at the same moment one meets the other here.
ALTER TABLE exchange_takeout ADD COLUMN running_office CHAR(10) ${ascii} NULL COMMENT 'the office while it is being made, so that there is one; NULL afterwards';
UPDATE exchange_takeout SET running_office = office WHERE id IN (
  SELECT id FROM (
    SELECT MIN(id) AS id FROM exchange_takeout WHERE status = 'RUNNING' GROUP BY office) first_orders);
CREATE UNIQUE INDEX exchange_takeout_running ON exchange_takeout (running_office);
