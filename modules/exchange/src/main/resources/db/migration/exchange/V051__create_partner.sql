-- 連携先: what an office keeps about another one. That two exchanged is known by their transmissions.
CREATE TABLE exchange_partner (
  office      CHAR(10) ${ascii} NOT NULL COMMENT 'who keeps it',
  partner     CHAR(10) ${ascii} NOT NULL,
  called      VARCHAR(100) NOT NULL COMMENT 'as the office calls it; where the directory knows no name',
  favourite   BOOLEAN NOT NULL,
  note        VARCHAR(1000) NOT NULL,
  start_month VARCHAR(6) ${ascii} NOT NULL COMMENT 'yyyymm agreed to start from; empty: none',
  result_day  INT NOT NULL COMMENT 'day of the next month by which results are wished',
  invited_at  DATETIME(6) NULL COMMENT 'UTC; last time',
  joined_at   DATETIME(6) NULL COMMENT 'UTC; when the invited partner joined and the office was told',
  added_at    DATETIME(6) NOT NULL COMMENT 'UTC',
  version     BIGINT NOT NULL,
  PRIMARY KEY (office, partner)
);
CREATE INDEX exchange_partner_invited ON exchange_partner (partner, invited_at);
