ALTER TABLE exchange_transmission
  ADD COLUMN has_message BOOLEAN DEFAULT FALSE NOT NULL COMMENT 'the letter is a file of the content';
ALTER TABLE exchange_transmission
  ADD COLUMN attachment_count INT DEFAULT 0 NOT NULL;
ALTER TABLE exchange_transmission
  ADD COLUMN message_read_at DATETIME(6) NULL COMMENT 'UTC; first look of the recipient at the message';
ALTER TABLE exchange_transmission
  ADD COLUMN message_read_by VARCHAR(40) ${ascii} NULL COMMENT 'user ID';
