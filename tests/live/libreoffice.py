"""Run by the Python that LibreOffice talks to: its own LanguageTool client proofreads a text by a server of ours.

``libreoffice.py HOME URL TEXT`` prints a line of JSON for each mark: start, length, comment.
"""

import json
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import uno  # type: ignore[import-not-found]
from com.sun.star.beans import PropertyValue  # type: ignore[import-not-found]
from com.sun.star.lang import Locale  # type: ignore[import-not-found]

NODE = "/org.openoffice.Office.Linguistic/GrammarChecking/LanguageTool"
CLIENT = "org.openoffice.lingu.LanguageToolGrammarChecker"


def main(home: str, url: str, text: str) -> None:
    office = subprocess.Popen(
        [
            "soffice",
            "--headless",
            "--norestore",
            "--nologo",
            f"-env:UserInstallation={Path(home).as_uri()}",
            f"--accept=pipe,name={Path(home).name};urp;",
        ],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        for mark in marks(connected(Path(home).name), url, text):
            print(json.dumps([mark.nErrorStart, mark.nErrorLength, mark.aShortComment]))
    finally:
        office.terminate()
        office.wait(30)


def connected(name: str) -> Any:
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
    for _ in range(240):
        try:
            return resolver.resolve(f"uno:pipe,name={name};urp;StarOffice.ComponentContext")
        except Exception:
            time.sleep(0.5)
    raise SystemExit("LibreOffice does not answer")


def marks(context: Any, url: str, text: str) -> Any:
    make = context.ServiceManager.createInstanceWithContext
    provider = make("com.sun.star.configuration.ConfigurationProvider", context)
    path = PropertyValue(Name="nodepath", Value=NODE)
    settings = provider.createInstanceWithArguments("com.sun.star.configuration.ConfigurationUpdateAccess", (path,))
    settings.setPropertyValue("IsEnabled", True)
    settings.setPropertyValue("BaseURL", url)
    settings.commitChanges()
    return make(CLIENT, context).doProofreading("1", text, Locale("en", "US", ""), 0, len(text), ()).aErrors


if __name__ == "__main__":
    main(*sys.argv[1:])
