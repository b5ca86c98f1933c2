ALTER TABLE exchange_transmission
  ADD COLUMN import_reported_at DATETIME(6) NULL COMMENT 'UTC; last report of the recipient';
ALTER TABLE exchange_transmission
  ADD COLUMN import_message VARCHAR(500) NULL COMMENT 'what came with the last report';
