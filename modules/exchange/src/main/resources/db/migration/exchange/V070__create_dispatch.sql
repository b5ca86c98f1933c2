CREATE TABLE exchange_dispatch (
  id         CHAR(36) ${ascii} NOT NULL,
  office     CHAR(10) ${ascii} NOT NULL,
  user_id    VARCHAR(40) ${ascii} NOT NULL COMMENT 'who pressed the button',
  started_at DATETIME(6) NOT NULL COMMENT 'UTC',
  beat_at    DATETIME(6) NOT NULL COMMENT 'UTC; moved on while a node is at it',
  ended_at   DATETIME(6) NULL COMMENT 'UTC; NULL while at it, and where it broke off',
  PRIMARY KEY (id)
);
CREATE INDEX exchange_dispatch_user ON exchange_dispatch (office, user_id, id);
CREATE INDEX exchange_dispatch_started ON exchange_dispatch (started_at);

CREATE TABLE exchange_dispatch_unit (
  dispatch_id     CHAR(36) ${ascii} NOT NULL,
  position_number INT NOT NULL,
  transmission_id CHAR(36) ${ascii} NOT NULL COMMENT 'went out where exchange_transmission has it',
  recipient       CHAR(10) ${ascii} NOT NULL,
  recipient_kind  VARCHAR(2) ${ascii} NOT NULL,
  unit            VARCHAR(4) ${ascii} NOT NULL,
  service_month   VARCHAR(6) ${ascii} NOT NULL,
  people          INT NOT NULL,
  problem_code    VARCHAR(12) ${ascii} NULL COMMENT 'why it did not go out',
  problem         VARCHAR(200) NULL COMMENT 'title of that problem',
  PRIMARY KEY (dispatch_id, position_number)
);
