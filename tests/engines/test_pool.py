"""Workers: a script without a guard is told what to do."""

import subprocess
import sys
from pathlib import Path

SCRIPT = """
from woozle.engines.pool import Pool

pool = Pool(2, 1000)
try:
    print([ended.value for ended in pool.each([1, 2], abs, limit_s=lambda _: 60)])
finally:
    pool.close()
"""


def test_a_script_without_a_guard_is_told_what_to_do(tmp_path: Path) -> None:
    script = tmp_path / "plain.py"
    script.write_text(SCRIPT, encoding="utf-8")
    done = subprocess.run([sys.executable, str(script)], capture_output=True, text=True, timeout=120, check=False)
    assert '`if __name__ == "__main__":`' in done.stderr
