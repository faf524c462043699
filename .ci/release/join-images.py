"""Joins images of one platform each to one image index, as an OCI archive.

join-images.py ARCHIVE NAME IMAGE...

ARCHIVE gets the same bytes from the same OCI archives IMAGE... . Prints the digest of the index.
"""

import hashlib
import io
import json
import sys
import tarfile

INDEX = "application/vnd.oci.image.index.v1+json"


def digest(content):
    return f"sha256:{hashlib.sha256(content).hexdigest()}"


def blob(digest):
    return f"blobs/{digest.replace(':', '/')}"


def read(archive):
    """Returns the content of each file by its name."""
    with tarfile.open(archive) as tar:
        return {it.name: tar.extractfile(it).read() for it in tar if it.isfile()}


def verified(files):
    """Returns the blobs. Fails if one has another name than its content."""
    blobs = {path: content for path, content in files.items() if path.startswith("blobs/")}
    for path, content in blobs.items():
        if path != blob(digest(content)):
            sys.exit(f"{path} has the digest {digest(content)}.")
    return blobs


def document(files, descriptor):
    return json.loads(files[blob(descriptor["digest"])])


def platform(files, manifest):
    config = document(files, document(files, manifest)["config"])
    return {"architecture": config["architecture"], "os": config["os"]}


def encoded(document):
    return json.dumps(document, separators=(",", ":"), sort_keys=True).encode()


def write(archive, files):
    with tarfile.open(archive, "w", format=tarfile.PAX_FORMAT) as tar:
        for name, content in sorted(files.items()):
            entry = tarfile.TarInfo(name)
            entry.size = len(content)
            tar.addfile(entry, io.BytesIO(content))


def join(archive, name, *images):
    blobs, manifests = {}, []
    for image in images:
        files = read(image)
        blobs |= verified(files)
        (manifest,) = json.loads(files["index.json"])["manifests"]
        manifests.append(
            {key: manifest[key] for key in ("mediaType", "digest", "size")} | {"platform": platform(files, manifest)}
        )
    index = encoded({"schemaVersion": 2, "mediaType": INDEX, "manifests": manifests})
    entry = {"mediaType": INDEX, "digest": digest(index), "size": len(index)}
    entry["annotations"] = {"org.opencontainers.image.ref.name": name}
    layout = {
        blob(entry["digest"]): index,
        "index.json": encoded({"schemaVersion": 2, "mediaType": INDEX, "manifests": [entry]}),
        "oci-layout": encoded({"imageLayoutVersion": "1.0.0"}),
    }
    write(archive, blobs | layout)
    print(entry["digest"])


join(*sys.argv[1:])
