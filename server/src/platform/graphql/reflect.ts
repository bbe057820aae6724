// type-graphql's decorators need it before the first of them runs.
import 'reflect-metadata';
