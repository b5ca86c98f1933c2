CREATE TABLE exchange_person (
  transmission_id CHAR(36) ${ascii} NOT NULL,
  entry_number    INT NOT NULL COMMENT 'from 0',
  place           INT NOT NULL COMMENT 'of the person in the unit, from 1, as pages and trail count',
  key_name        VARCHAR(40) ${ascii} NOT NULL COMMENT 'look-up key of the hashes in this row',
  person_key      CHAR(22) ${ascii} NOT NULL COMMENT 'keyed hash of 保険者番号 and 被保険者番号',
  line_key        CHAR(22) ${ascii} NOT NULL COMMENT 'keyed hash of both offices, their kinds, family, period and person: whose versions belong together',
  family          VARCHAR(8) ${ascii} NOT NULL COMMENT 'PLAN, JSK, 1KYO, KIHON, YOBO',
  deletes         BOOLEAN NOT NULL,
  service_period  VARCHAR(8) NOT NULL COMMENT 'yyyymm or yyyymmdd',
  service_office  VARCHAR(10) NOT NULL COMMENT 'whose service it is; empty where no one office''s',
  service_kind    VARCHAR(2) NOT NULL,
  satellite       VARCHAR(2) NOT NULL,
  content_key     CHAR(22) ${ascii} NOT NULL COMMENT 'keyed hash of all that is said of the person',
  services_key    CHAR(22) ${ascii} NOT NULL COMMENT 'keyed hash of the visits of that service',
  PRIMARY KEY (transmission_id, entry_number)
);
CREATE INDEX exchange_person_line ON exchange_person (line_key);
CREATE INDEX exchange_person_person ON exchange_person (person_key);

CREATE TABLE exchange_unindexed (
  transmission_id CHAR(36) ${ascii} NOT NULL COMMENT 'its people are not in exchange_person yet, or under an old key',
  tries           INT DEFAULT 0 NOT NULL,
  PRIMARY KEY (transmission_id)
);
INSERT INTO exchange_unindexed (transmission_id) SELECT id FROM exchange_transmission;

CREATE INDEX exchange_transmission_sender_month ON exchange_transmission (sender, service_month);
CREATE INDEX exchange_transmission_recipient_month ON exchange_transmission (recipient, service_month);
