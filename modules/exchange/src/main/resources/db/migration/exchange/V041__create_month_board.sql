CREATE TABLE exchange_board_tick (
  office        CHAR(10) ${ascii} NOT NULL COMMENT 'whose board it is on',
  service_month CHAR(6) ${ascii} NOT NULL,
  lane          VARCHAR(8) ${ascii} NOT NULL COMMENT 'PLAN, RESULT',
  planning      BOOLEAN NOT NULL COMMENT 'whether the office makes the plans of this line',
  partner       CHAR(10) ${ascii} NOT NULL,
  service_kind  VARCHAR(2) NOT NULL,
  satellite     VARCHAR(2) NOT NULL,
  way           VARCHAR(16) ${ascii} NOT NULL COMMENT 'NO_RESULT, OTHER_WAY',
  ticked_by     VARCHAR(64) NOT NULL,
  ticked_at     DATETIME(6) NOT NULL COMMENT 'UTC',
  PRIMARY KEY (office, service_month, lane, planning, partner, service_kind, satellite)
);

CREATE TABLE exchange_reminder (
  asked_by_office CHAR(10) ${ascii} NOT NULL,
  asked_office    CHAR(10) ${ascii} NOT NULL,
  asked_on        DATE NOT NULL COMMENT 'at most one a day and partner',
  lane            VARCHAR(8) ${ascii} NOT NULL COMMENT 'PLAN, RESULT',
  service_month   CHAR(6) ${ascii} NOT NULL,
  asked_by        VARCHAR(64) NOT NULL,
  PRIMARY KEY (asked_by_office, asked_office, asked_on)
);
CREATE INDEX exchange_reminder_asked ON exchange_reminder (asked_office, asked_on);

CREATE TABLE exchange_partner_wish (
  office     CHAR(10) ${ascii} NOT NULL,
  partner    CHAR(10) ${ascii} NOT NULL,
  wished_day INT NOT NULL COMMENT 'of the month after, by which results are wished',
  PRIMARY KEY (office, partner)
);
