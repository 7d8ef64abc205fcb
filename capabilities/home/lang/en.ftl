home-hello = Hello { $name }
home-evening = Good evening { $name }
home-waits = What waits for you
home-day = Your day
home-on = Now
home-comes = Soon
home-nothing = Nothing waits for you
home-nothing-text = Everything is done for today.
