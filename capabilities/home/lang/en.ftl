home-hello = Hello { $name }
home-waits = What waits for you
home-on = Now
home-comes = Soon
home-nothing = Nothing waits for you
home-nothing-text = Everything is done for today.
