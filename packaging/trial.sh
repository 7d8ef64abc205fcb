sudo install -d -o preau -m 700 /srv/trial
printf 'data = "/srv/trial"\nlisten = "127.0.0.1:8089"\n' | sudo tee /srv/trial/preau.toml
sudo -u preau preau restore /srv/backup/preau-$(date +%F).tar --config /srv/trial/preau.toml
sudo install -o preau -m 600 /var/lib/preau/secret /srv/trial/secret
sudo -u preau preau check --config /srv/trial/preau.toml --against /srv/backup/preau-$(date +%F).tar
sudo -u preau preau check --against /srv/trial/preau.toml
