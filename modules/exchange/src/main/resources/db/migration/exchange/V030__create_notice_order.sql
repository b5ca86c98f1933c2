CREATE TABLE exchange_notice_order (
  id          CHAR(36) ${ascii} NOT NULL,
  office      CHAR(10) ${ascii} NOT NULL,
  user_id     VARCHAR(40) ${ascii} NOT NULL,
  mail        VARCHAR(254) NOT NULL,
  rhythm      VARCHAR(8) ${ascii} NOT NULL COMMENT 'AT_ONCE, HOURLY, DAILY',
  told_number BIGINT NOT NULL COMMENT 'of the office''s mailbox; what came later is not told yet',
  next_at     DATETIME(6) NOT NULL COMMENT 'UTC; not told again before',
  reviewed_on DATE NULL COMMENT 'working day on which what lies unreceived was told last',
  stop_code   CHAR(32) ${ascii} NOT NULL COMMENT 'in each mail; whoever brings it ends them',
  version     BIGINT NOT NULL,
  PRIMARY KEY (id)
);
CREATE UNIQUE INDEX exchange_notice_order_user ON exchange_notice_order (office, user_id);
CREATE UNIQUE INDEX exchange_notice_order_stop ON exchange_notice_order (stop_code);
CREATE INDEX exchange_notice_order_next ON exchange_notice_order (next_at, office);
CREATE INDEX exchange_notice_order_reviewed ON exchange_notice_order (reviewed_on, id);
