package dev.rampline.devkit.deployment;

/**
 * A resource, as CloudFormation tells of it.
 *
 * @param name what the template calls it
 * @param type what it is
 * @param id what its service calls it
 */
record MadeResource(String name, String type, String id) {}
