ALTER TABLE exchange_content
  ADD COLUMN look_on DATE DEFAULT '9999-12-31' NOT NULL COMMENT 'day on which its retention is looked at next';
ALTER TABLE exchange_content
  ADD COLUMN purge_on DATE NULL COMMENT 'both sides were told: from that day on it goes';
UPDATE exchange_content SET look_on = '2000-01-01';
CREATE INDEX exchange_content_retention ON exchange_content (purge_on, look_on, transmission_id);

CREATE TABLE exchange_retention_choice (
  office  CHAR(10) ${ascii} NOT NULL,
  years   INT NOT NULL COMMENT 'of content',
  version BIGINT NOT NULL,
  PRIMARY KEY (office)
);

CREATE TABLE exchange_expiry (
  office          CHAR(10) ${ascii} NOT NULL COMMENT 'who is told: one row a side',
  transmission_id CHAR(36) ${ascii} NOT NULL,
  own             BOOLEAN NOT NULL COMMENT 'sent by this office',
  announced_on    DATE NOT NULL,
  ends_on         DATE NOT NULL COMMENT 'the day on which the content goes',
  purged_at       DATETIME(6) NULL COMMENT 'UTC',
  never_received  BOOLEAN NOT NULL COMMENT 'it went without the recipient having received it',
  told            BOOLEAN NOT NULL COMMENT 'by mail, the announcement; of what was never received also the end',
  PRIMARY KEY (office, transmission_id)
);
CREATE INDEX exchange_expiry_transmission ON exchange_expiry (transmission_id);
CREATE INDEX exchange_expiry_ends ON exchange_expiry (office, purged_at, ends_on, transmission_id);
CREATE INDEX exchange_expiry_told ON exchange_expiry (told, office);

CREATE TABLE exchange_purge_day (
  day_on    DATE NOT NULL COMMENT 'in Japan',
  announced BIGINT NOT NULL,
  prolonged BIGINT NOT NULL COMMENT 'announced, and then one side chose to keep it longer',
  purged    BIGINT NOT NULL,
  expired   BIGINT NOT NULL COMMENT 'of the purged ones: never received',
  bytes     BIGINT NOT NULL COMMENT 'of the purged ones, as they were stored',
  PRIMARY KEY (day_on)
);
