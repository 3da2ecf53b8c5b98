# Sourced by mvnw: finds a JDK that is new enough where the default one is not.
required=25
feature() { sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release" 2>/dev/null; }
good() { [ -x "$1/bin/javac" ] && [ "$(feature "$1")" -ge "$required" ] 2>/dev/null; }
if ! good "${JAVA_HOME-}"; then
  onPath=$(command -v javac) && onPath=$(readlink -f "$onPath") && onPath=${onPath%/bin/javac} || onPath=
  for jdk in "$onPath" /usr/lib/jvm/* /opt/java/* /opt/*jdk* "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/* /Library/Java/JavaVirtualMachines/*/Contents/Home; do
    if good "$jdk"; then JAVA_HOME=$jdk; break; fi
  done
  good "${JAVA_HOME-}" || { echo "This build needs a JDK $required or newer: install one or set JAVA_HOME." >&2; exit 1; }
  export JAVA_HOME
fi
