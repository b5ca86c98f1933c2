-- Notes of months long past are let go by month.
CREATE INDEX exchange_board_tick_month ON exchange_board_tick (service_month);
CREATE INDEX exchange_reminder_month ON exchange_reminder (service_month);
