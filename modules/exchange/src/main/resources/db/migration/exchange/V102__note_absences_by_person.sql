-- 実績なし of one person of a line, where the others are still awaited.
CREATE TABLE exchange_board_absence (
  office          CHAR(10) ${ascii} NOT NULL COMMENT 'whose board it is on',
  service_month   CHAR(6) ${ascii} NOT NULL,
  planning        BOOLEAN NOT NULL COMMENT 'whether the office makes the plans of this line',
  partner         CHAR(10) ${ascii} NOT NULL,
  service_kind    VARCHAR(2) NOT NULL,
  satellite       VARCHAR(2) NOT NULL,
  transmission_id CHAR(36) ${ascii} NOT NULL COMMENT 'a plan in which the person is; hashes change with their key, this does not',
  place           INT NOT NULL COMMENT 'of the person in it, from 1',
  ticked_by       VARCHAR(64) NOT NULL,
  ticked_at       DATETIME(6) NOT NULL COMMENT 'UTC',
  PRIMARY KEY (office, service_month, planning, partner, service_kind, satellite, transmission_id, place)
);
CREATE INDEX exchange_board_absence_plan ON exchange_board_absence (transmission_id);
