# install_missing: Debian's packages for the tools that the tests need and this machine lacks.
install_missing() {
  local packages=()
  command -v make >/dev/null || packages+=(make)
  command -v chromium >/dev/null || packages+=(chromium)
  compgen -G '/usr/lib/postgresql/*/bin/initdb' >/dev/null || packages+=(postgresql)
  PATH="$PATH:/usr/sbin" command -v dovecot >/dev/null || packages+=(dovecot-imapd)
  # The system's own Python talks to it.
  command -v soffice >/dev/null && /usr/bin/python3 -c 'import uno' 2>/dev/null || packages+=(libreoffice-writer python3-uno)
  python3 -c 'import ensurepip, sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || packages+=(python3 python3-venv)
  if ((${#packages[@]} == 0)); then echo "nothing missing"; return; fi
  echo "installing ${packages[*]}"
  export DEBIAN_FRONTEND=noninteractive
  apt-get update -qq
  apt-get install -y -qq --no-install-recommends "${packages[@]}" >/dev/null
}
