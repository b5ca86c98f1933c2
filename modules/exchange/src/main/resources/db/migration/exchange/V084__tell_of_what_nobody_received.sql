CREATE INDEX exchange_transmission_unreceived ON exchange_transmission (status, sent_at, sender, recipient);

CREATE TABLE exchange_unreceived_told (
  office  CHAR(10) ${ascii} NOT NULL COMMENT 'one that ordered no notices',
  told_on DATE NOT NULL COMMENT 'working day up to which it was told what nobody received',
  PRIMARY KEY (office)
);
