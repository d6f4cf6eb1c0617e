/** Two jobs between supersource and sink, in the format of PSPLIB. */
export const SMALL_SM = `************************************************************************
file with basedata            : small.bas
projects                      :  1
jobs (incl. supersource/sink ):  4
horizon                       :  5
RESOURCES
  - renewable                 :  2   R
  - nonrenewable              :  0   N
  - doubly constrained        :  0   D
************************************************************************
PRECEDENCE RELATIONS:
jobnr.    #modes  #successors   successors
   1        1          2        2   3
   2        1          1        4
   3        1          1        4
   4        1          0
************************************************************************
REQUESTS/DURATIONS:
jobnr. mode duration  R 1  R 2
------------------------------------------------------------------------
  1      1     0       0    0
  2      1     3       1    2
  3      1     2       2    0
  4      1     0       0    0
************************************************************************
RESOURCEAVAILABILITIES:
  R 1  R 2
    2    4
************************************************************************
`;

/** The same project in the format of Patterson. */
export const SMALL_RCP = `4 2
2 4
0 0 0 2 2 3
3 1 2 1 4
2 2 0 1 4
0 0 0 0
`;
