CREATE INDEX exchange_transmission_age ON exchange_transmission (sent_at, id);
ALTER TABLE exchange_purge_day ADD COLUMN forgotten BIGINT DEFAULT 0 NOT NULL COMMENT 'transmissions whose rows went, years after their content';
