ALTER TABLE exchange_transmission
  ADD COLUMN signed_by_sender BOOLEAN DEFAULT FALSE NOT NULL COMMENT 'the signature beside the receipt was verified at the door';
